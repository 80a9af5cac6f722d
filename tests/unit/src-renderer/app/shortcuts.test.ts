import { describe, expect, it } from 'vitest'
import { shortcutOf } from '#renderer/app/shortcuts.ts'

const pressed = (key: string, more: object = {}) => ({
  key,
  ctrlKey: true,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more,
})

describe('shortcuts of the program', () => {
  it.each([
    ['z', {}, 'undo'],
    ['Z', { shiftKey: true }, 'redo'],
    ['y', {}, 'redo'],
    ['k', {}, 'palette'],
    ['z', { ctrlKey: false, metaKey: true }, 'undo'],
  ])('%s with %o is %s', (key, more, expected) => {
    expect(shortcutOf(pressed(key, more), false)).toBe(expected)
  })

  it('means nothing without Ctrl, with Alt, or for other keys', () => {
    expect(shortcutOf(pressed('z', { ctrlKey: false }), false)).toBeNull()
    expect(shortcutOf(pressed('z', { altKey: true }), false)).toBeNull()
    expect(shortcutOf(pressed('c'), false)).toBeNull()
  })

  it('means nothing while an input method composes', () => {
    expect(shortcutOf(pressed('z', { isComposing: true }), false)).toBeNull()
    expect(shortcutOf(pressed('k', { keyCode: 229 }), false)).toBeNull()
  })

  it('leaves undo and redo to a text field that has its own, but not the palette', () => {
    expect(shortcutOf(pressed('z'), true)).toBeNull()
    expect(shortcutOf(pressed('y'), true)).toBeNull()
    expect(shortcutOf(pressed('k'), true)).toBe('palette')
  })
})
