/** Icons are drawn, 16 px, in the colour of the text; words say what they do. */
const box = {
  width: 16,
  height: 16,
  viewBox: '0 0 16 16',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
} as const;

export const MenuIcon = () => (
  <svg aria-hidden="true" {...box}>
    <path d="M2 4h12M2 8h12M2 12h12" />
  </svg>
);
export const SearchIcon = () => (
  <svg aria-hidden="true" {...box}>
    <circle cx="7" cy="7" r="4.5" />
    <path d="M10.5 10.5L14 14" />
  </svg>
);
export const ChevronIcon = () => (
  <svg aria-hidden="true" {...box} width={10} height={10} viewBox="0 0 10 10">
    <path d="M2 3.5l3 3 3-3" />
  </svg>
);
export const LinkIcon = () => (
  <svg aria-hidden="true" {...box}>
    <path d="M6.5 9.5l3-3M7 4.5l1.2-1.2a2.6 2.6 0 0 1 3.7 0l.8.8a2.6 2.6 0 0 1 0 3.7L11.5 9M9 11.5l-1.2 1.2a2.6 2.6 0 0 1-3.7 0l-.8-.8a2.6 2.6 0 0 1 0-3.7L4.5 7" />
  </svg>
);
export const FilterIcon = () => (
  <svg aria-hidden="true" {...box}>
    <path d="M2 4h12M4.5 8h7M6.5 12h3" />
  </svg>
);
export const BellIcon = () => (
  <svg aria-hidden="true" {...box}>
    <path d="M3 11.5h10L11.5 9.5V7a3.5 3.5 0 0 0-7 0v2.5zM6.5 13.5a1.6 1.6 0 0 0 3 0" />
  </svg>
);
