import type { ComponentType } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useAddress } from "../data/address.ts";
import { pageOnScreen } from "../data/openid.ts";
import { signOut, useSession } from "../data/session.ts";
import { Boundary } from "./boundary.tsx";
import { Header } from "./header.tsx";
import { NotFound } from "./not-found.tsx";
import { OrganisationSignIn } from "./organisation.tsx";
import { Page, useTitleOfPage } from "./page.tsx";
import { type Found, type PageProps, find } from "./routes.ts";
import { ScopeBar } from "./scope-bar.tsx";
import { TokenForm } from "./token-form.tsx";
import { Trouble } from "./trouble.tsx";

export function Shell() {
  return (
    <>
      <a class="nhsuk-skip-link" href="#main">
        Skip to main content
      </a>
      <Header />
      <SessionEnded />
      <Trouble />
      <ScopeBar />
      <div class="nhsuk-width-container">
        <Routed />
      </div>
      <Announcer />
      <Footer />
    </>
  );
}

type Shown = { path: string; found: Found; Component: ComponentType<PageProps> };

/** The page of the address. Going to another moves the focus to its beginning. */
function Routed() {
  const { path, part } = useAddress();
  const [shown, setShown] = useState<Shown>();
  const [failed, setFailed] = useState(false);
  const first = useRef(true);
  const found = find(path);

  useEffect(() => {
    let isOver = false;
    setFailed(false);
    const one = find(path);
    one?.load().then(
      (module) => {
        if (!isOver) setShown({ path, found: one, Component: module.default });
      },
      () => {
        if (!isOver) setFailed(true);
      },
    );
    return () => {
      isOver = true;
    };
  }, [path]);

  useEffect(() => {
    if (!shown) return;
    // The first page is read from its start anyway.
    if (first.current) {
      first.current = false;
      return;
    }
    window.scrollTo(0, 0);
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [shown?.path]);

  useEffect(() => {
    if (part) document.getElementById(part)?.scrollIntoView();
  }, [part, shown]);

  if (!found) return <NotFound />;
  if (failed) {
    return (
      <Page title="The page could not be fetched">
        <p>
          The server cannot be reached, or it was replaced by a newer one since you opened the
          dashboard.
        </p>
        <button type="button" class="nhsuk-button" onClick={() => window.location.reload()}>
          Fetch the page again
        </button>
      </Page>
    );
  }
  if (!shown || shown.found.page !== found.page) {
    return (
      <main class="nhsuk-main-wrapper" id="main" tabIndex={-1}>
        <p role="status">Loading the page…</p>
      </main>
    );
  }
  const { Component } = shown;
  return (
    <Boundary of={path}>
      <Component key={path} params={found.params} />
    </Boundary>
  );
}

/** Says the title of a page that was gone to, for whoever does not see it change. */
function Announcer() {
  const title = useTitleOfPage();
  return (
    <p class="nhsuk-u-visually-hidden" role="status" aria-live="polite">
      {title}
    </p>
  );
}

/** The server took the token no more. The page and what was typed stay as they are. */
function SessionEnded() {
  const { ended } = useSession();
  if (!ended) return null;
  return (
    <section class="app-ended" role="alert" aria-label="Your sign-in has ended">
      <div class="nhsuk-width-container">
        <h2 class="nhsuk-heading-s">Your sign-in has ended</h2>
        <p>
          The server did not take your token: it has expired, or its key is gone. What is on the
          page and what you typed is still there. Paste a new token and go on, or go on without one
          and see what is published.
        </p>
        <OrganisationSignIn back={pageOnScreen()} />
        <TokenForm id="token-again" />
        <button type="button" class="nhsuk-button nhsuk-button--secondary" onClick={signOut}>
          Go on without
        </button>
      </div>
    </section>
  );
}

function Footer() {
  return (
    <footer class="nhsuk-footer app-footer" role="contentinfo">
      <div class="nhsuk-width-container">
        <p>
          Throughcare is a register of who commissions what for the mental health of people in
          contact with the criminal justice system of England and Wales. It is not a service of the
          NHS. What is not recorded is a question, never a gap. No personal data is held.
        </p>
        <ul class="app-footer__links">
          <li>
            <a href="/graphiql">Ask in GraphQL</a>
          </li>
          <li>
            <a href="/schema.graphql">What can be asked</a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
