import { useEffect, useState } from 'react'
import { ROLE_TITLES } from '#shared/bundle/public-key.ts'
import { desktop } from '../../platform/desktop.ts'

/** 样例填报人（填报人）: whose signing keys lie on this PC. */
export function useKeyHolders(): readonly string[] {
  const [holders, setHolders] = useState<readonly string[]>([])
  useEffect(() => {
    void desktop.call('keys:list', null).then((listed) => {
      if (!listed.ok) return
      setHolders(listed.value.map(({ person, role }) => `${person}（${ROLE_TITLES[role]}）`))
    })
  }, [])
  return holders
}
