import {
  formatDate,
  formatDateTime,
  formatMoney,
  formatNumber,
  formatRelativeTime,
} from '../../../src/i18n/format.ts';
import { languageItems, languages } from '../languages.ts';
import { storyNow } from '../storyClock.ts';

const moment = '2025-11-09T18:42:00Z';

/** One number, amount, day and moment, in every language that there is. */
export function LocaleTable() {
  return (
    <table className="content-locales">
      <thead>
        <tr>
          <th scope="col">Language</th>
          <th scope="col">Number</th>
          <th scope="col">Amount</th>
          <th scope="col">Day</th>
          <th scope="col">Moment</th>
          <th scope="col">Ago</th>
        </tr>
      </thead>
      <tbody>
        {languageItems
          .filter(({ value }) => value !== 'pseudo')
          .map(({ value, title }) => {
            const { locale, dir } = languages[value];
            const cells = [
              formatNumber('1234567.5', locale),
              formatMoney({ amount: '1280', currency: 'BRL' }, locale),
              formatDate('1991-09-23', locale),
              formatDateTime(moment, locale, 'America/Sao_Paulo'),
              formatRelativeTime(moment, storyNow, locale),
            ];
            return (
              <tr key={value}>
                <th scope="row">{title}</th>
                {cells.map((text) => (
                  <td key={text}>
                    <bdi lang={locale} dir={dir}>
                      {text}
                    </bdi>
                  </td>
                ))}
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
