/** The pages that the header leads to, in its order. */
export const navigation = [
  { name: "Home", path: "/" },
  { name: "Areas", path: "/areas" },
] as const;
