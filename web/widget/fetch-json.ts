/** The JSON at an address of the server. Rejects where there is none. */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(url);
  return (await response.json()) as T;
}
