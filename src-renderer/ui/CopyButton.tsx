import { Button } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'

/** Copies a text and says so on the button. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const done = copied === text
  return (
    <Button
      variant="default"
      leftSection={done ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
      onClick={() => {
        void copyText(text).then((worked) => setCopied(worked ? text : null))
      }}
    >
      {done ? '已复制' : label}
    </Button>
  )
}

/** The clipboard API is a permission, and all permissions are denied: copying a selection needs none. */
async function copyText(text: string): Promise<boolean> {
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  document.body.append(area)
  area.select()
  const worked = document.execCommand('copy')
  area.remove()
  return worked
}
