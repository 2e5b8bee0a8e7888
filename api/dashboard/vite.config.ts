import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Plugin, defineConfig } from "vite";

// `api/build.rs` says where to; by hand it is `dist`.
const into = process.env["THROUGHCARE_DASHBOARD_INTO"] ?? "dist";

/** What the server needs beside the files: compressed twins, addresses and documents. */
function forServer(): Plugin {
  return {
    name: "for-server",
    apply: "build",
    writeBundle() {
      const served = join(into, "served");
      for (const name of readdirSync(served, { recursive: true }).map(String)) {
        const path = join(served, name);
        if (statSync(path).isDirectory()) continue;
        const plain = readFileSync(path);
        const zipped = gzipSync(plain, { level: 9 });
        if (zipped.length < plain.length * 0.95) writeFileSync(`${path}.gz`, zipped);
      }
      const routes: { path: string }[] = JSON.parse(readFileSync("src/routes.json", "utf8"));
      writeFileSync(join(into, "routes.txt"), routes.map((route) => `${route.path}\n`).join(""));
      cpSync("generated/documents.json", join(into, "documents.json"));
    },
  };
}

/**
 * The query editor carries its fonts inside its styles, which the policy refuses: they become files
 * beside them.
 */
function fontsAsFiles(): Plugin {
  const folder = join(import.meta.dirname, "generated/fonts");
  return {
    name: "fonts-as-files",
    enforce: "pre",
    transform(code, id) {
      if (!/node_modules.*\.css(\?|$)/.test(id) || !code.includes("url(data:")) return undefined;
      mkdirSync(folder, { recursive: true });
      return code.replaceAll(
        /url\(["']?data:font\/(\w+)[^,]*;base64,([\w+/=]+)["']?\)/g,
        (_, kind: string, text: string) => {
          const name = createHash("sha256").update(text).digest("hex").slice(0, 16);
          const file = join(folder, `${name}.${kind}`);
          writeFileSync(file, Buffer.from(text, "base64"));
          return `url(${JSON.stringify(file)})`;
        },
      );
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [fontsAsFiles(), forServer()],
  resolve: {
    alias: {
      "#ops": join(import.meta.dirname, "generated"),
      "@icons": join(import.meta.dirname, "node_modules/nhsuk-frontend/dist/nhsuk/assets/images"),
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  css: { preprocessorOptions: { scss: { quietDeps: true } } },
  build: {
    outDir: join(into, "served"),
    emptyOutDir: true,
    // Nothing as a data: address but small pictures, which the policy allows.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4000,
    // `npm run pages` leaves out the query editor, which takes most of the time.
    rollupOptions: { input: ["index.html", ...(mode === "pages" ? [] : ["graphiql.html"])] },
  },
  server: { proxy: { "/graphql": { target: "http://127.0.0.1:8080", ws: true } } },
}));
