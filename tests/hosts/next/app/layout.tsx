import 'subscriber-card/styles.css';
import type { ReactNode } from 'react';

export const metadata = { title: 'A host with Next.js' };

export default function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <main>{children}</main>
      </body>
    </html>
  );
}
