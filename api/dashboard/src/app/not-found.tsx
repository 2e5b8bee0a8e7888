import { href } from "../data/address.ts";
import { Page } from "./page.tsx";

export function NotFound() {
  return (
    <Page title="Page not found" place={[{ name: "Home", path: "/" }]}>
      <p>If you typed the address, check it.</p>
      <p>
        If you followed a link, the page may have moved. <a href={href("/areas")}>Find an area</a>,
        or start from <a href={href("/")}>the home page</a>.
      </p>
    </Page>
  );
}
