/** As much of XMLHttpRequest, made of fetch, as the client under test needs outside a browser. */
export class FetchXhr {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  upload = {};
  #method = 'GET';
  #url = '';
  #headers = new Headers();
  #answered = new Headers();
  #abort = new AbortController();

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }

  getResponseHeader(name: string): string | null {
    return this.#answered.get(name);
  }

  getAllResponseHeaders(): string {
    return [...this.#answered].map(([name, value]) => `${name}: ${value}`).join('\r\n');
  }

  abort(): void {
    this.#abort.abort();
  }

  send(body?: string): void {
    void this.#send(body);
  }

  async #send(body: string | undefined): Promise<void> {
    try {
      const response = await fetch(this.#url, {
        method: this.#method,
        headers: this.#headers,
        signal: this.#abort.signal,
        ...(body === undefined || this.#method === 'GET' ? {} : { body }),
      });
      this.#answered = response.headers;
      this.responseText = await response.text();
      this.response = this.responseType === 'json' ? JSON.parse(this.responseText) : this.responseText;
      this.status = response.status;
    } catch {
      if (this.#abort.signal.aborted) return;
      this.status = 0;
    }
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
