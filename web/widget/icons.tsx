/** The drawings of the chat. */
const paths = {
  close: 'M6 6l12 12M18 6L6 18',
  send: 'M12 19V5M6 11l6-6 6 6',
  next: 'M9 6l6 6-6 6',
  person: 'M12 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c1-7 13-7 14 0',
  phone: 'M5 4h4l2 5-2.5 2a11 11 0 0 0 5 5l2-2.5 5 2v4c0 1-1 2-2 1.5C11 19 5 12 5 4z',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  thumb: 'M4 11h4v9H4zM8 11l3-7c3 0 2.5 3 2 6h6l-1.5 10H8',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
