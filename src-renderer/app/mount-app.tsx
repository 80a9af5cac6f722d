import '../platform/zod-without-eval.ts'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import 'dayjs/locale/zh-cn'
import './tokens.css'
import './global.css'
import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { Notifications } from '@mantine/notifications'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import type { AppDependencies } from './dependencies.ts'
import { mantineVariables, theme } from './theme.ts'

/** Puts the program into the page; style elements that libraries make carry the nonce of this load. */
export function mountApp(root: HTMLElement, dependencies: AppDependencies): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  setNonce(nonce)
  createRoot(root).render(
    <MantineProvider
      theme={theme}
      cssVariablesResolver={mantineVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <DatesProvider settings={{ locale: 'zh-cn', firstDayOfWeek: 1 }}>
        <Notifications position="bottom-center" autoClose={5000} />
        <App dependencies={dependencies} />
      </DatesProvider>
    </MantineProvider>,
  )
}
