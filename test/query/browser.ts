/** As much of a browser as signing in needs: cookies by origin and path, redirects, forms. */

interface Kept {
  origin: string;
  path: string;
  value: string;
}

export interface Visit {
  status: number;
  url: URL;
  text: string;
  headers: Headers;
}

export class Browser {
  readonly #cookies = new Map<string, Kept>();
  /** Every `Set-Cookie` that came, as it was sent. */
  readonly set: string[] = [];
  /** Addresses that were asked for, in order. */
  readonly visited: string[] = [];

  /** One request; redirects are followed unless told otherwise. */
  async open(address: string | URL, init: RequestInit = {}, follow = true): Promise<Visit> {
    let url = new URL(address);
    let request = init;
    for (let hop = 0; hop < 12; hop++) {
      this.visited.push(url.href);
      const headers = new Headers({ Accept: 'text/html', ...(request.headers as Record<string, string>) });
      headers.set('Cookie', this.cookiesFor(url));
      const answer = await fetch(url, { ...request, headers, redirect: 'manual' });
      for (const line of answer.headers.getSetCookie()) this.#keep(line, url);
      const next = answer.headers.get('location');
      if (next === null || !follow) {
        return { status: answer.status, url, text: await answer.text(), headers: answer.headers };
      }
      await answer.body?.cancel();
      url = new URL(next, url);
      request = {};
    }
    throw new Error(`too many redirects: ${url.href}`);
  }

  /** Sends the form of a page with these fields, as its own page does. */
  submit(page: Visit, fields: Record<string, string>): Promise<Visit> {
    const action = /<form[^>]* action="([^"]+)"/.exec(page.text)?.[1] ?? page.url.href;
    const hidden = [...page.text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)];
    const body = new URLSearchParams({
      ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])),
      ...fields,
    });
    return this.open(new URL(action, page.url), { method: 'POST', body, headers: { Origin: page.url.origin } });
  }

  /** Signs in at the embedded issuer, from whatever page asks for it. */
  async signIn(address: string, login: string): Promise<Visit> {
    const page = await this.open(address);
    const asked = await this.submit(page, { login, password: 'any' });
    return asked.text.includes('value="consent"') ? this.submit(asked, {}) : asked;
  }

  cookiesFor(url: URL): string {
    const fits = ([, { origin, path }]: [string, Kept]) =>
      origin === url.origin && (path === '/' || url.pathname === path || url.pathname.startsWith(`${path}/`));
    return [...this.#cookies]
      .filter(fits)
      .map(([name, { value }]) => `${name.split('|')[0]}=${value}`)
      .join('; ');
  }

  /** Puts a cookie there as an attacker would who can write them. */
  plant(url: string, name: string, value: string): void {
    this.#cookies.set(`${name}|/`, { origin: new URL(url).origin, path: '/', value });
  }

  #keep(line: string, url: URL): void {
    this.set.push(line);
    const [pair = '', ...attributes] = line.split(/;\s*/);
    const path = attributes.find((one) => /^path=/i.test(one))?.slice(5) ?? '/';
    const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
    if (value === '' || attributes.some((one) => /^max-age=0$/i.test(one))) this.#cookies.delete(`${name}|${path}`);
    else this.#cookies.set(`${name}|${path}`, { origin: url.origin, path, value });
  }
}
