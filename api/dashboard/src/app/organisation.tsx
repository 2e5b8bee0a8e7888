import { startOf, useOpenId } from "../data/openid.ts";

/** Leads to the sign-in of one's organisation, where this server has one. */
export function OrganisationSignIn({ back }: { back: string | undefined }) {
  const has = useOpenId();
  if (!has) return null;
  return (
    <p>
      <a class="nhsuk-button" href={startOf(back)}>
        Sign in with your organisation
      </a>
    </p>
  );
}
