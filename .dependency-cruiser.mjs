const ROOMS = [
  "auth",
  "audit",
  "scientists",
  "names",
  "selection",
  "search",
  "map",
  "network",
  "referrals",
  "pipeline",
  "imports",
  "review",
  "matching",
  "statistics",
];

/** Rooms that each room may open; anything else goes through a room above it. */
const MAY_OPEN = {
  scientists: ["auth", "audit"],
  names: [],
  selection: ["auth", "scientists", "names"],
  search: ["auth", "scientists", "selection", "names"],
  map: ["auth", "scientists", "selection"],
};

const roomRules = Object.entries(MAY_OPEN).map(([room, open]) => ({
  name: `server-room-${room}`,
  severity: "error",
  comment: `The room ${room} may open only: ${open.join(", ") || "none"}. Move the shared part to one of them, or pass it in from app.ts.`,
  from: { path: `^server/features/${room}/` },
  to: { path: `^server/features/(${ROOMS.filter((other) => other !== room && !open.includes(other)).join("|")})/` },
}));

export default {
  forbidden: [
    ...roomRules,
    {
      name: "no-cycles",
      severity: "error",
      comment: "Modules that need each other are one module, or need a third below both.",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "rooms-meet-at-doors",
      severity: "error",
      comment: "Import another room through its index.ts or its types only.",
      from: { path: "^server/features/([^/]+)/" },
      to: { path: "^server/features/([^/]+)/(?!index\\.ts$|[^/]+\\.types\\.ts$)", pathNot: "^server/features/$1/" },
    },
    {
      name: "features-do-not-know-the-outside",
      severity: "error",
      comment: "A room is used by app.ts, context.ts and graphql/; it does not import them (types excepted).",
      from: { path: "^server/features/" },
      to: { path: "^server/(app|main|env|plugins|cli|start)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-knows-no-room",
      severity: "error",
      comment: "db/ imports shared/ only (the seed loader reads row shapes from seeds/).",
      from: { path: "^server/db/", pathNot: "^server/db/seed/" },
      to: { path: "^server/(features|graphql|plugins|cli)/" },
    },
    {
      name: "shared-imports-nothing",
      severity: "error",
      comment: "shared/ stands below everything of ours.",
      from: { path: "^server/shared/" },
      to: { path: "^(server/(?!shared)|web/|seeds/)" },
    },
    {
      name: "web-and-server-apart",
      severity: "error",
      comment: "They meet at schema.graphql only.",
      from: { path: "^web/" },
      to: { path: "^server/" },
    },
    {
      name: "web-features-apart",
      severity: "error",
      comment: "Features meet in web/app only; put what two of them need into web/ui or web/lib.",
      from: { path: "^web/features/([^/]+)/" },
      to: { path: "^web/features/", pathNot: "^web/features/$1/" },
    },
    {
      name: "web-layers",
      severity: "error",
      comment: "app → features → lib | ui → gql.",
      from: { path: "^web/(lib|ui)/" },
      to: { path: "^web/(app|features)/" },
    },
    {
      name: "ui-knows-no-domain",
      severity: "error",
      comment: "ui/ has no data: pass it in.",
      from: { path: "^web/ui/" },
      to: { path: "^web/gql/" },
    },
    {
      name: "features-below-app",
      severity: "error",
      comment: "app composes features.",
      from: { path: "^web/features/" },
      to: { path: "^web/app/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
    },
  },
};
