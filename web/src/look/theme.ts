import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Ten names for one colour: Mantine asks for shades, we have one accent (`tokens.css`). */
const accent: MantineColorsTuple = [
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent-soft)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
];

/** Mantine as Cuadro: its measures come from `tokens.css` by `mantine.css`, its habits from here. */
export const theme = createTheme({
  colors: { accent },
  primaryColor: 'accent',
  fontFamily: 'var(--font)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 0 } } },
    Menu: { defaultProps: { shadow: 'sm', transitionProps: { duration: 0 } } },
    Combobox: { defaultProps: { shadow: 'sm', transitionProps: { duration: 0 } } },
    // A locked page would need a <style> element, which the content policy refuses: `look/base.css` locks it by class.
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Drawer: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 } } },
    Button: { defaultProps: { size: 'sm' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
  },
});
