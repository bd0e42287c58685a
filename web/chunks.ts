/** Libraries that only some pages use: they come with those. */
const rare =
  /[\\/](echarts|zrender|tslib|qr|yaml|react-table|table-core|react-virtual|virtual-core)[\\/]|[\\/]components[\\/](Checkbox|Radio|Modal|ModalBase|Drawer|PinInput|Tabs|PasswordInput|ActionIcon|Switch)[\\/]/;
const isStyle = (id: string): boolean => id.endsWith('.css');

/**
 * Left alone, the first page would be sixty files, each a way to the server and back, for every piece that two pages share is a file of its
 * own. `base`: the libraries that every page needs; `parts`: our own that many pages share.
 */
export const chunks = {
  groups: [
    { name: 'base', test: (id: string) => /[\\/]node_modules[\\/]/.test(id) && !rare.test(id) && !isStyle(id) },
    { name: 'parts', test: (id: string) => /[\\/](web[\\/]src|src[\\/]i18n)[\\/]/.test(id) && !isStyle(id), minShareCount: 6 },
  ],
};
