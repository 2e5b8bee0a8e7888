import type { ComponentType } from "preact";
import listed from "../routes.json";

/** What a page is given: the parts of its address that vary. */
export interface PageProps {
  params: Readonly<Record<string, string>>;
}

type Module = { default: ComponentType<PageProps> };

// One folder a page; each is fetched when somebody goes there.
const modules = import.meta.glob<Module>("../pages/*/index.tsx");

export interface Found {
  readonly page: string;
  readonly params: Readonly<Record<string, string>>;
  load(): Promise<Module>;
}

/** The page of a path; undefined: there is none. */
export function find(path: string): Found | undefined {
  const parts = path.split("/");
  for (const { path: pattern, page } of listed) {
    const params = match(pattern.split("/"), parts);
    const load = modules[`../pages/${page}/index.tsx`];
    if (params && load) return { page, params, load };
  }
  return undefined;
}

function match(pattern: string[], parts: string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (!wanted.startsWith(":")) {
      if (wanted !== part) return undefined;
      continue;
    }
    if (part === "") return undefined;
    try {
      params[wanted.slice(1)] = decodeURIComponent(part);
    } catch {
      return undefined;
    }
  }
  return params;
}
