import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

/** The accent from light to dark; the middle is --accent of tokens.css. */
const ACCENT: MantineColorsTuple = [
  '#eaf2fb',
  '#d3e3f5',
  '#a6c6ea',
  '#76a7df',
  '#4f8dd6',
  '#377dd0',
  '#1f5fa6',
  '#1c5595',
  '#184a83',
  '#123c6c',
]

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: ACCENT },
  primaryShade: { light: 6, dark: 4 },
  fontFamily: 'var(--font-body)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  defaultRadius: '4px',
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs', fz: 14, fw: 400 } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 400 } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': '关闭' }, centered: true } },
  },
})

/** Mantine's own colours follow tokens.css, so that dark and high contrast are decided in one place. */
export const mantineVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: FROM_TOKENS,
  dark: { ...FROM_TOKENS, ...DARK_FROM_TOKENS },
})

const FROM_TOKENS = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-dimmed': 'var(--text-muted)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--surface-hover)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--border-strong)',
  '--mantine-color-error': 'var(--bad)',
  '--mantine-color-placeholder': 'var(--text-muted)',
  '--mantine-color-anchor': 'var(--accent)',
}

/** Mantine's dark greys of fields, their borders and segmented controls. */
const DARK_FROM_TOKENS = {
  '--mantine-color-dark-4': 'var(--border-strong)',
  '--mantine-color-dark-5': 'var(--surface-hover)',
  '--mantine-color-dark-6': 'var(--surface)',
  '--mantine-color-dark-8': 'var(--surface-sunken)',
}
