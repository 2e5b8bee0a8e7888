/* What every page has: its title, its place, and its heading. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { href } from "../data/address.ts";
import { store, useStore } from "../data/store.ts";

const titleOfPage = store("");

/** The title of the page on screen, for whoever hears the page. */
export const useTitleOfPage = (): string => useStore(titleOfPage);

interface Props {
  title: string;
  /** Above the heading, smaller. */
  caption?: string;
  /** From the first page down, this page left out. */
  place?: readonly { readonly name: string; readonly path: string }[];
  children: ComponentChildren;
}

export function Page({ title, caption, place, children }: Props) {
  useEffect(() => {
    document.title = `${title} – Throughcare`;
    titleOfPage.set(title);
  }, [title]);
  return (
    <>
      {place && (
        <nav class="nhsuk-breadcrumb" aria-label="Breadcrumb">
          <ol class="nhsuk-breadcrumb__list">
            {place.map(({ name, path }) => (
              <li class="nhsuk-breadcrumb__list-item" key={path}>
                <a class="nhsuk-breadcrumb__link" href={href(path)}>
                  {name}
                </a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <main class="nhsuk-main-wrapper" id="main" tabIndex={-1}>
        <h1 class="nhsuk-heading-l">
          {caption && <span class="nhsuk-caption-l">{caption}</span>}
          {title}
        </h1>
        {children}
      </main>
    </>
  );
}
