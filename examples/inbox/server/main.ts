import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createServer } from './createServer.ts';
import { developmentSecret } from './developmentSecret.ts';

// npm run start: main.ts --build · npm run dev: main.ts --dev
const webConfig = fileURLToPath(new URL('../web/vite.config.ts', import.meta.url));
const webRoot = fileURLToPath(new URL('../web', import.meta.url));
const hasWeb = existsSync(webConfig);
const isDevelopment = process.argv.includes('--dev');

async function start() {
  if (hasWeb && process.argv.includes('--build')) {
    console.log('building the page …');
    const { build } = await import('vite');
    await build({ root: webRoot, configFile: webConfig, logLevel: 'warn' });
  }
  const vite = hasWeb && isDevelopment ? await startVite() : null;
  const server = await createServer({
    port: Number(process.env.PORT ?? 4310),
    databaseUrl: process.env.DATABASE_URL,
    dataFolder: fileURLToPath(new URL('../.data', import.meta.url)),
    webhookSecret: process.env.INBOX_WEBHOOK_SECRET ?? developmentSecret,
    page: vite?.middlewares,
    log: (line) => console.log(line),
  });
  console.log(`ready ${server.url}`);

  const stop = async (signal: NodeJS.Signals) => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    console.log(`${signal}: closing …`);
    await vite?.close();
    await server.close();
    console.log('closed');
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
}

async function startVite() {
  const { createServer: createVite } = await import('vite');
  return createVite({
    root: webRoot,
    configFile: webConfig,
    appType: 'spa',
    server: { middlewareMode: true, hmr: { host: '127.0.0.1' } },
  });
}

start().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});

function explain(error: unknown): unknown {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'The port is taken. Choose another one: PORT=4311 npm start';
  }
  return error instanceof Error && error.message.startsWith('Process ') ? error.message : error;
}
