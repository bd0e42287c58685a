/** Libraries that only some pages use: they come with those. */
const rare =
  /[\\/](echarts|zrender|tslib|qr|yaml|react-table|table-core|react-virtual|virtual-core)[\\/]|[\\/]components[\\/](Checkbox|Radio|Modal|ModalBase|Drawer|PinInput|Tabs|PasswordInput|ActionIcon|Switch)[\\/]/;
/** What menus, lists and sheets are made of: loaded with the first that is opened, and with forms. */
const opened =
  /[\\/]@mantine[\\/](hooks|core[\\/]esm[\\/](?!core[\\/]MantineProvider[\\/]))|[\\/](@floating-ui|react-remove-scroll|react-remove-scroll-bar|react-style-singleton|use-callback-ref|use-sidecar|get-nonce)[\\/]/;
/** What the beginning of a page is drawn with (`src/first/`): React's core and i18next, words and formats, how the server is asked. */
const first =
  /[\\/]node_modules[\\/](react|i18next)[\\/]|[\\/]src[\\/](first[\\/]|i18n[\\/](format|formats|language)\.|words[\\/](language|writing|board|kpi|frame)\.|api[\\/](call|early|error|query-string|routes)\.|pages[\\/](board[\\/](asked|summary-says)|kpi[\\/]trend-says)\.|frame[\\/](conditions|trouble[\\/]new-deploy)\.)/;
/** What stands around every page. */
const frame =
  /[\\/]web[\\/]src[\\/](router|look[\\/]|pages[\\/]list\.|frame[\\/](view|address|(bar|shell|user-menu|trouble)[\\/](?!.*drawer)))/;
/** Tables of many rows bring libraries of their own, and come with the pages that have one. */
const ours = /[\\/](web[\\/]src|src[\\/]i18n)[\\/](?!parts[\\/](data-table|records-drawer)[\\/])/;
const isStyle = (id: string): boolean => id.endsWith('.css');
const isLibrary = (id: string): boolean => /[\\/]node_modules[\\/]/.test(id) && !rare.test(id) && !isStyle(id);

/**
 * Left alone, the first page would be sixty files, each a way to the server and back, for every piece that two pages share is a file of its
 * own. `first`: what the beginning of a page is drawn
 * with; `react-dom` and `base`: the libraries that every page needs; `opened`: those of menus and forms; `parts`: our own that many pages share.
 */
export const chunks = {
  // In this order: a group takes along what its own need.
  groups: [
    { name: 'first', test: (id: string) => first.test(id) && !isStyle(id) },
    { name: 'react-dom', test: /[\\/]node_modules[\\/](react-dom|scheduler)[\\/]/ },
    { name: 'base', test: (id: string) => isLibrary(id) && !opened.test(id) },
    { name: 'opened', test: (id: string) => isLibrary(id) && opened.test(id) },
    { name: 'frame', test: (id: string) => frame.test(id) && !isStyle(id) },
    { name: 'parts', test: (id: string) => ours.test(id) && !isStyle(id), minShareCount: 5 },
  ],
};
