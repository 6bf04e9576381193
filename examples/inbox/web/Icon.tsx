const paths = {
  back: 'M15 5l-7 7 7 7',
  details: 'M4 5h16v14H4zM14 5v14',
  send: 'M5 12h13M12 5.5 18.5 12 12 18.5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM16 16l4.5 4.5',
  bot: 'M5 9h14v10H5zM12 9V5M9 13.5v.01M15 13.5v.01',
  bookmark: 'M7 4.5h10v15l-5-4-5 4Z',
  down: 'M12 5v14M5.5 12.5 12 19l6.5-6.5',
  out: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
} as const;

export interface IconProps {
  readonly name: keyof typeof paths;
}

/** A drawing beside a word, or in a button that has a name of its own. */
export function Icon({ name }: IconProps) {
  return (
    <svg className="icon" data-icon={name} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
