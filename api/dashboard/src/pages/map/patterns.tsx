/* The states as SVG patterns: the same look as `styles/_states.scss`, which the key has. */
import type { CoverageState } from "#ops/types.ts";

const ink = "#212b32";
const blue = "#005eb8";

const fills: Readonly<Record<CoverageState, string>> = {
  COMMISSIONED: blue,
  PARTIAL: "url(#map-partial)",
  PLANNED: "url(#map-planned)",
  LAPSED: "url(#map-lapsed)",
  ABSENT: "url(#map-absent)",
  CONTESTED: "url(#map-contested)",
  NOT_RECORDED: "url(#map-not-recorded)",
  NOT_APPLICABLE: "url(#map-not-applicable)",
};

/** How a state is filled; one that a newer server sends is drawn like what is not recorded. */
export function fillOf(state: CoverageState): string {
  const known: string | undefined = fills[state];
  return known ?? "url(#map-not-recorded)";
}

export function Patterns() {
  return (
    <defs>
      <linearGradient id="map-partial">
        <stop offset="50%" stop-color={blue} />
        <stop offset="50%" stop-color="#fff" />
      </linearGradient>
      <pattern id="map-planned" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="9" height="9" fill="#fff" />
        <circle cx="4.5" cy="4.5" r="2.4" fill={blue} />
      </pattern>
      <pattern id="map-lapsed" width="8" height="8" patternUnits="userSpaceOnUse">
        <rect width="8" height="8" fill="#fff" />
        <rect width="4" height="8" fill="#a86200" />
      </pattern>
      <pattern id="map-absent" width="16" height="16" patternUnits="userSpaceOnUse">
        <rect width="16" height="16" fill="#8a1538" />
        <rect y="6" width="16" height="4" fill="#fff" />
      </pattern>
      <pattern id="map-contested" width="9" height="9" patternUnits="userSpaceOnUse">
        <rect width="9" height="9" fill="#fff" />
        <path d="M0 0L9 9M9 0L0 9" stroke="#330072" stroke-width="1.8" />
      </pattern>
      <pattern id="map-not-recorded" width="7" height="7" patternUnits="userSpaceOnUse">
        <rect width="7" height="7" fill="#d8dde0" />
        <path d="M-2 5L5 -2M2 9L9 2" stroke="#768692" stroke-width="1.8" />
      </pattern>
      <pattern id="map-not-applicable" width="18" height="18" patternUnits="userSpaceOnUse">
        <rect width="18" height="18" fill="#fff" />
        <path d="M-2 2L2 -2M-1 19L19 -1M16 20L20 16" stroke={ink} stroke-width="1.4" />
      </pattern>
    </defs>
  );
}

/** The border of an area in a state: broken where nothing is recorded. */
export function borderOf(state: CoverageState): string | undefined {
  return state === "NOT_RECORDED" ? "4 3" : undefined;
}
