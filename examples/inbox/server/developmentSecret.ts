/** What webhooks are signed with when `INBOX_WEBHOOK_SECRET` is not set. Good for this machine only. */
export const developmentSecret = 'only-for-development';
