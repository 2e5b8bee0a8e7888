import { useState } from "preact/hooks";
import { href, useAddress } from "../data/address.ts";
import { signOut, useSession } from "../data/session.ts";
import { navigation } from "./navigation.ts";

export function Header() {
  const { path, params } = useAddress();
  const back = params.size > 0 ? `${path}?${params}` : path;
  const { token } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <header class="nhsuk-header" role="banner">
      <div class="nhsuk-header__container nhsuk-width-container">
        <div class="nhsuk-header__service">
          <a class="nhsuk-header__service-name" href={href("/")}>
            Throughcare
          </a>
        </div>
        <nav class="nhsuk-header__account app-account" aria-label="Account">
          <ul class="nhsuk-header__account-list">
            <li class="nhsuk-header__account-item">
              <a class="nhsuk-header__account-link" href={href("/sign-in", token ? {} : { back })}>
                {token ? "Signed in" : "Sign in"}
              </a>
            </li>
            {token && (
              <li class="nhsuk-header__account-item">
                <button type="button" class="nhsuk-header__account-button" onClick={signOut}>
                  Sign out
                </button>
              </li>
            )}
          </ul>
        </nav>
      </div>
      <nav class="nhsuk-header__navigation app-navigation" aria-label="Pages">
        <div class="nhsuk-width-container">
          <button
            type="button"
            class="app-navigation__toggle"
            aria-expanded={isOpen}
            aria-controls="pages"
            onClick={() => setIsOpen(!isOpen)}
          >
            Menu
          </button>
          <ul
            id="pages"
            class={`app-navigation__list${isOpen ? " app-navigation__list--open" : ""}`}
          >
            {navigation.map((page) => {
              const isHere = page.path === path;
              const isAbove = [page.path, ...page.under].some(
                (one) => one !== "/" && (path === one || path.startsWith(`${one}/`)),
              );
              return (
                <li key={page.path}>
                  <a
                    href={href(page.path)}
                    aria-current={isHere ? "page" : isAbove ? "true" : undefined}
                    onClick={() => setIsOpen(false)}
                  >
                    {page.name}
                  </a>
                </li>
              );
            })}
            <li>
              <a href="/graphiql">Ask in GraphQL</a>
            </li>
          </ul>
        </div>
      </nav>
    </header>
  );
}
