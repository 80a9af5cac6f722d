import type { Journal } from '../journal/journal.ts'

/** A journal whose opening finished a restore: it is told like any other repair. `aside` holds the old data. */
export function restoredJournal(journal: Journal, aside: string): Journal {
  return {
    opened: () => {
      const opened = journal.opened()
      return { ...opened, repairs: [{ kind: 'restored', aside }, ...opened.repairs] }
    },
    read: (after) => journal.read(after),
    commit: (draft) => journal.commit(draft),
    takeUp: (edits, migrations) => journal.takeUp(edits, migrations),
    takeUpWritten: (edits) => journal.takeUpWritten(edits),
    written: (after) => journal.written(after),
    snapshot: () => journal.snapshot(),
    purge: (target) => journal.purge(target),
    check: (signal, report) => journal.check(signal, report),
    close: () => journal.close(),
  }
}
