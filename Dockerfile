# The app alone: docker-compose.yml runs Neo4j beside it, so this image holds no JDK and no Maven.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm run build && npm prune --omit=dev --no-fund --no-audit

FROM node:22-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json /app/schema.graphql ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/server server
COPY --from=build /app/seeds seeds
# Without web/vite.config.ts the start takes this build as it is.
COPY --from=build /app/web/dist web/dist
USER node
EXPOSE 4000
# Node itself is process 1, so that `docker stop` reaches it and requests are drained.
CMD ["node", "--import", "tsx", "server/main.ts"]
