import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { requireOperator } from './auth.ts';
import { handleError, Problem, sendProblem } from './problem.ts';
import { catalogueRoutes } from './routes/catalogueRoutes.ts';
import { contactRoutes } from './routes/contactRoutes.ts';
import { conversationRoutes } from './routes/conversationRoutes.ts';
import { dealRoutes } from './routes/dealRoutes.ts';
import { mediaRoutes } from './routes/mediaRoutes.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { siteRoutes } from './routes/siteRoutes.ts';
import { subscriberRoutes } from './routes/subscriberRoutes.ts';
import { tagRoutes } from './routes/tagRoutes.ts';
import { webhookRoutes } from './routes/webhookRoutes.ts';
import type { AppEnv, Services } from './services.ts';

const largestBody = 4 * 1024 * 1024;

/** Everything the server answers. The card's contract is under `/api/v1`; the rest is this example's own. */
export function createApp(services: Services, { webFolder }: { webFolder: string }): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(handleError);
  app.use(
    '*',
    secureHeaders({ referrerPolicy: 'no-referrer', xFrameOptions: 'DENY', strictTransportSecurity: false }),
  );
  app.use('*', async (c, next) => {
    if (/%00/.test(c.req.url)) throw new Problem(400, 'invalid', 'The address is not valid.');
    await next();
  });
  app.use(
    '*',
    bodyLimit({
      maxSize: largestBody,
      onError: (c) => sendProblem(c, new Problem(413, 'invalid', 'The body is too large.')),
    }),
  );

  app.route('/api', sessionRoutes(services));
  app.use('/api/v1/*', requireOperator(services));
  app.use('/api/inbox/*', requireOperator(services));
  for (const routes of [subscriberRoutes, tagRoutes, catalogueRoutes, dealRoutes, contactRoutes]) {
    app.route('/api/v1', routes(services));
  }
  app.route('/api/inbox', conversationRoutes(services));
  app.route('/webhooks', webhookRoutes(services));
  app.all('/api/*', (c) =>
    sendProblem(c, new Problem(404, 'not-found', 'There is nothing at this address.')),
  );
  app.route('/', mediaRoutes(services));
  app.route('/', siteRoutes(webFolder));
  return app;
}
