import { Button } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useCallback, useEffect, useState } from 'react'
import { type PublicKey, ROLE_TITLES } from '#shared/bundle/public-key.ts'
import { unitByCode } from '#shared/codes/reporting-units.ts'
import { desktop } from '../../platform/desktop.ts'
import { Failure } from '../../ui/Failure.tsx'
import { sentenceOf } from '../../ui/sentence.ts'
import { NewKeyDialog } from './NewKeyDialog.tsx'
import styles from './settings.module.css'

export interface KeysSectionProps {
  readonly unit: string | null
  readonly person: string
  readonly reviewer: string
}

/** 密钥 of this PC: who signs, in which role; a new one with its 口令. */
export function KeysSection({ unit, person, reviewer }: KeysSectionProps) {
  const [keys, setKeys] = useState<readonly PublicKey[]>([])
  const [failure, setFailure] = useState<string | null>(null)
  const [creating, setCreating] = useState(false)

  const load = useCallback(async () => {
    const listed = await desktop.call('keys:list', null)
    if (listed.ok) setKeys(listed.value)
    setFailure(listed.ok ? null : sentenceOf(listed.error))
  }, [])
  useEffect(() => {
    void load()
  }, [load])

  return (
    <section className={styles.section} aria-label="密钥">
      <h2 className={styles.heading}>密钥</h2>
      {keys.length === 0 && failure === null ? (
        <p className={styles.quiet}>还没有密钥。第一次定稿签名时会提示生成，也可以现在生成。</p>
      ) : null}
      {keys.length === 0 ? null : (
        <table className={styles.keys}>
          <thead>
            <tr>
              <th>姓名</th>
              <th>角色</th>
              <th>单位</th>
              <th>指纹（前 8 位）</th>
            </tr>
          </thead>
          <tbody>
            {keys.map((key) => (
              <tr key={key.kid}>
                <td>{key.person}</td>
                <td>{ROLE_TITLES[key.role]}</td>
                <td>{unitByCode(key.unit)?.name ?? key.unit}</td>
                <td className={styles.code}>{key.kid.slice(0, 8)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Failure sentence={failure} />
      <div className={styles.actions}>
        <Button
          variant="default"
          disabled={unit === null}
          leftSection={<IconKey size={18} stroke={1.6} aria-hidden />}
          onClick={() => setCreating(true)}
        >
          生成密钥
        </Button>
      </div>
      {creating && unit !== null ? (
        <NewKeyDialog
          unit={unit}
          persons={{ preparer: person, reviewer }}
          onCreated={() => void load()}
          onClose={() => setCreating(false)}
        />
      ) : null}
    </section>
  )
}
