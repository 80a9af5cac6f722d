import { Button, Popover } from '@mantine/core'
import { IconPencilPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import { isComposing } from '../../ui/composing.ts'
import { NoteForm } from './NoteForm.tsx'
import { EMPTY_NOTE } from './note-draft.ts'
import { useQuickEntry } from './quick-entry-store.ts'

/** 记一笔 in the title bar of every screen: by click or Ctrl+J. */
export function QuickEntry() {
  const { opened, setOpened, draft } = useQuickEntry()
  const begun = draft.sentence !== '' || draft.firms.length > 0 || draft.firmText !== EMPTY_NOTE.firmText

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isComposing(event) || event.altKey || event.shiftKey || !(event.ctrlKey || event.metaKey)) return
      if (event.key.toLowerCase() !== 'j') return
      event.preventDefault()
      const state = useQuickEntry.getState()
      state.setOpened(!state.opened)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width={640}
      shadow="md"
      trapFocus
      returnFocus
      closeOnEscape={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          leftSection={<IconPencilPlus size={18} stroke={1.6} aria-hidden />}
          title="记一笔服务活动（Ctrl+J）"
          // closing the program asks first while a note is half written
          data-refused={begun ? true : undefined}
          onClick={() => setOpened(!opened)}
        >
          {begun && !opened ? '记一笔（未记完）' : '记一笔'}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label="记一笔">
        <NoteForm onClose={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  )
}
