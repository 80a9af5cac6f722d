import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { EmptyState } from '../ui/EmptyState.tsx'

interface ErrorBoundaryState {
  readonly failed: boolean
}

/** Catches a bug of one screen: what is saved stays, the other screens go on. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failed: false }

  static getDerivedStateFromError(): ErrorBoundaryState {
    return { failed: true }
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack)
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <EmptyState
        icon={IconAlertTriangle}
        title="这一页出了问题"
        next="已保存的内容不受影响。请重新打开本页；仍出现时请告知技术人员。"
      >
        <Button onClick={() => this.setState({ failed: false })}>重新打开本页</Button>
      </EmptyState>
    )
  }
}
