import type { Todo } from '#shared/succession/open-todos.ts'
import { useScreenState } from '../../state/screen-state.ts'
import styles from './succession.module.css'
import { placeOfTodo } from './todo-places.ts'

/** 待办 that go over with the 移交; each leads to where it is done. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  const goTo = useScreenState((state) => state.goTo)
  return (
    <section className={styles.group} aria-label="待办事项">
      <h2 className={styles.heading}>待办事项</h2>
      {todos.length === 0 ? <p className={styles.hint}>没有待办事项。</p> : null}
      <ul className={styles.todos}>
        {todos.map((todo) => {
          const { screen, target } = placeOfTodo(todo)
          return (
            <li key={`${todo.kind} ${todo.detail}`}>
              <button type="button" className={styles.todo} onClick={() => goTo(screen, target)}>
                <span className={styles.what}>{todo.title}</span>
                <span>{todo.detail}</span>
              </button>
            </li>
          )
        })}
      </ul>
      <p className={styles.hint}>能办的先办结，其余随移交清单交给接任者。</p>
    </section>
  )
}
