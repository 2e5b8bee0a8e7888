/** The pages that the header leads to, in its order, with what lies under each. */
export const navigation = [
  { name: "Home", path: "/", under: [] },
  { name: "Areas", path: "/areas", under: ["/compare"] },
  { name: "Map", path: "/map", under: [] },
  {
    name: "Offers and gaps",
    path: "/offers",
    under: ["/gaps", "/treatment-requirements", "/culture"],
  },
  { name: "Funding", path: "/funding", under: [] },
  { name: "Openings", path: "/openings", under: [] },
  { name: "Pooled budgets", path: "/pools", under: [] },
  { name: "Scenarios", path: "/scenarios", under: ["/allocation"] },
  { name: "Minimum offer", path: "/minimum-offer", under: ["/scorecard"] },
  { name: "Register", path: "/register", under: [] },
] as const;
