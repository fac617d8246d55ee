/** The drawings of the widget: one line width, the colour of the text around them. */
const paths = {
  chat: 'M4 5.5h16v11H11l-4.5 3.5v-3.5H4z M8.5 9.5h7 M8.5 12.5h4.5',
  close: 'M6 6l12 12 M18 6L6 18',
  send: 'M12 19V5 M6 11l6-6 6 6',
  person: 'M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5z M5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5',
  phone:
    'M6.5 4h3l1.5 4-2 1.5a11 11 0 0 0 5.5 5.5l1.5-2 4 1.5v3c0 .8-.7 1.5-1.5 1.5C11 19 5 13 5 5.5c0-.8.7-1.5 1.5-1.5z',
  mail: 'M4 6h16v12H4z M4 7l8 6 8-6',
  page: 'M8 16L17 7 M9.5 7H17v7.5',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
