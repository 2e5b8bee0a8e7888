/** Every page, for the checks that hold for all of them. A new page gets a line here. */
export const pages = [
  { name: "home", path: "/" },
  { name: "areas", path: "/areas" },
  { name: "areas-found", path: "/areas?find=milton+keyns" },
  { name: "area", path: "/areas/E06000042" },
  { name: "area-2030", path: "/areas/E06000042?asOf=2030-04-01" },
  { name: "area-board", path: "/areas/E54000071" },
  { name: "area-ended", path: "/areas/E54000024" },
  { name: "area-unknown", path: "/areas/X99999999" },
  { name: "court-today", path: "/areas/E06000042/court-today" },
  { name: "sign-in", path: "/sign-in" },
  { name: "not-found", path: "/nowhere" },
] as const;
