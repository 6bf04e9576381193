import { randomUUID } from 'node:crypto';
import { developmentSecret } from './developmentSecret.ts';
import { sign } from './routes/webhookRoutes.ts';

// Plays the shop: npm run purchase --workspace examples/inbox -- olena-shevchenko
const [subscriberId = 'olena-shevchenko', product = 'Сандалі «Олива», 38'] = process.argv.slice(2);
const body = JSON.stringify({
  purchaseId: randomUUID(),
  subscriberId,
  product,
  amount: { amount: '2450.00', currency: 'UAH' },
  customer: { firstName: 'Олена', lastName: 'Шевченко', email: 'olena.shevchenko@poshta.example' },
});

const answer = await fetch(`http://127.0.0.1:${process.env.PORT ?? 4310}/webhooks/purchase`, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json',
    'X-Signature': sign(process.env.INBOX_WEBHOOK_SECRET ?? developmentSecret, body),
  },
  body,
});
console.log(answer.status, await answer.text());
