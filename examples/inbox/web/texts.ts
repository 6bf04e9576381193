import { createContext, use } from 'react';
import type { CardChange, ErrorCode } from 'subscriber-card/headless';
import type { Language } from './usePreferences.ts';

/** The words of this host. The card brings its own. */
export interface Texts {
  readonly locale: string;
  readonly inbox: string;
  readonly signIn: {
    readonly title: string;
    readonly hint: string;
    readonly loading: string;
    readonly failed: string;
    readonly ended: string;
    readonly endedHint: string;
    readonly out: string;
  };
  readonly retry: string;
  readonly list: {
    readonly label: string;
    readonly search: string;
    readonly noMatch: string;
    readonly failed: string;
    readonly unread: (count: number) => string;
    /** Of all conversations, what is not saved. */
    readonly unsaved: (count: number) => string;
    /** The mark of a conversation that has something of it. */
    readonly unsavedHere: string;
    readonly you: string;
    readonly bot: string;
  };
  readonly connection: {
    readonly connecting: string;
    readonly live: string;
    readonly reconnecting: string;
    readonly lost: string;
  };
  readonly settings: {
    readonly language: string;
    readonly theme: string;
    readonly themes: { readonly light: string; readonly dark: string; readonly auto: string };
  };
  readonly chat: {
    readonly none: string;
    readonly missing: string;
    readonly missingHint: string;
    readonly back: string;
    readonly details: string;
    readonly detailsWidth: string;
    readonly backToChat: string;
    readonly messages: string;
    readonly today: string;
    readonly yesterday: string;
    readonly bot: string;
    readonly failed: string;
    readonly newest: string;
    readonly message: string;
    readonly placeholder: (name: string) => string;
    readonly send: string;
    readonly sending: string;
    readonly notSent: string;
    readonly blocked: string;
    readonly unsubscribed: string;
    readonly disabled: string;
  };
  readonly capture: { readonly label: string; readonly saveFrom: string; readonly nothing: string };
  readonly activity: {
    readonly changes: { readonly [type in CardChange['type']]: string };
    readonly problems: { readonly [code in ErrorCode]: string };
  };
  readonly channels: ReadonlyMap<string, string>;
}

const channels = new Map([
  ['telegram', 'Telegram'],
  ['messenger', 'Messenger'],
  ['instagram', 'Instagram'],
  ['whatsapp', 'WhatsApp'],
  ['viber', 'Viber'],
  ['tiktok', 'TikTok'],
  ['live-chat', 'Live chat'],
]);

const english: Texts = {
  locale: 'en',
  inbox: 'Inbox',
  signIn: {
    title: 'Who is at the desk?',
    hint: 'Choose an operator. Open a second tab for another one and watch the changes arrive.',
    loading: 'Loading the operators…',
    failed: 'The server does not answer.',
    ended: 'Your session has ended',
    endedHint: 'Nothing is lost: what you changed is saved as soon as you are back.',
    out: 'Sign out',
  },
  retry: 'Try again',
  list: {
    label: 'Conversations',
    search: 'Search conversations',
    noMatch: 'No conversation has this name.',
    failed: 'No connection to the server. It is tried again by itself.',
    unread: (count) => `${count} unread`,
    unsaved: (count) => `${count} unsaved`,
    unsavedHere: 'Not all is saved',
    you: 'You',
    bot: 'Bot',
  },
  connection: {
    connecting: 'Connecting…',
    live: 'Live',
    reconnecting: 'Reconnecting…',
    lost: 'No connection',
  },
  settings: {
    language: 'Language',
    theme: 'Theme',
    themes: { light: 'Light', dark: 'Dark', auto: 'Auto' },
  },
  chat: {
    none: 'Choose a conversation',
    missing: 'There is no such conversation',
    missingHint: 'It may belong to another workspace.',
    back: 'Back to the conversations',
    details: 'Details',
    detailsWidth: 'Width of the details',
    backToChat: 'Back to the chat',
    messages: 'Messages',
    today: 'Today',
    yesterday: 'Yesterday',
    bot: 'Bot',
    failed: 'The messages could not be loaded.',
    newest: 'Newest messages',
    message: 'Message',
    placeholder: (name) => `Write to ${name}`,
    send: 'Send',
    sending: 'Sending…',
    notSent: 'Not sent.',
    blocked: 'They blocked the bot. Nothing that you write would reach them.',
    unsubscribed: 'They have left the bot. Automated messages are not sent any more.',
    disabled: 'The bot is disabled for this chat. Only you answer here.',
  },
  capture: {
    label: 'Save the selected text',
    saveFrom: 'Save from this message',
    nothing: 'No field fits this text.',
  },
  activity: {
    changes: {
      variableChanged: 'Variable saved',
      tagAdded: 'Tag added',
      tagRemoved: 'Tag removed',
      dealCreated: 'Deal added',
      dealStepChanged: 'Deal moved: its automation runs',
      dealFieldChanged: 'Deal saved',
      dealDeleted: 'Deal deleted',
      contactSaved: 'Contact saved',
    },
    problems: {
      'not-found': 'The server does not know this record.',
      conflict: 'Someone else changed this first.',
      duplicate: 'There is another record like this one.',
      invalid: 'The server did not accept a value.',
      unauthorized: 'Your session has ended.',
      forbidden: 'You may not do this.',
      'rate-limited': 'Too many requests for a moment.',
      offline: 'There is no connection.',
      timeout: 'The server took too long.',
      unavailable: 'The server is not available.',
      partial: 'Only a part was saved.',
      unsupported: 'The server cannot do this.',
      malformed: 'An answer of the server could not be read.',
      unknown: 'Something went wrong.',
    },
  },
  channels,
};

const portuguese: Texts = {
  locale: 'pt-BR',
  inbox: 'Caixa de entrada',
  signIn: {
    title: 'Quem está no atendimento?',
    hint: 'Escolha um operador. Abra outra aba com outro operador e veja as mudanças chegarem.',
    loading: 'Carregando os operadores…',
    failed: 'O servidor não responde.',
    ended: 'Sua sessão terminou',
    endedHint: 'Nada se perde: o que você alterou será salvo assim que você voltar.',
    out: 'Sair',
  },
  retry: 'Tentar de novo',
  list: {
    label: 'Conversas',
    search: 'Buscar conversas',
    noMatch: 'Nenhuma conversa com esse nome.',
    failed: 'Sem conexão com o servidor. A tentativa se repete sozinha.',
    unread: (count) => (count === 1 ? '1 não lida' : `${count} não lidas`),
    unsaved: (count) => (count === 1 ? '1 não salva' : `${count} não salvas`),
    unsavedHere: 'Nem tudo está salvo',
    you: 'Você',
    bot: 'Bot',
  },
  connection: {
    connecting: 'Conectando…',
    live: 'Ao vivo',
    reconnecting: 'Reconectando…',
    lost: 'Sem conexão',
  },
  settings: {
    language: 'Idioma',
    theme: 'Tema',
    themes: { light: 'Claro', dark: 'Escuro', auto: 'Auto' },
  },
  chat: {
    none: 'Escolha uma conversa',
    missing: 'Essa conversa não existe',
    missingHint: 'Ela pode ser de outro espaço de trabalho.',
    back: 'Voltar às conversas',
    details: 'Detalhes',
    detailsWidth: 'Largura dos detalhes',
    backToChat: 'Voltar ao chat',
    messages: 'Mensagens',
    today: 'Hoje',
    yesterday: 'Ontem',
    bot: 'Bot',
    failed: 'Não foi possível carregar as mensagens.',
    newest: 'Mensagens mais recentes',
    message: 'Mensagem',
    placeholder: (name) => `Escreva para ${name}`,
    send: 'Enviar',
    sending: 'Enviando…',
    notSent: 'Não enviada.',
    blocked: 'A pessoa bloqueou o bot. Nada do que você escrever vai chegar.',
    unsubscribed: 'A pessoa saiu do bot. Mensagens automáticas não são mais enviadas.',
    disabled: 'O bot está desativado nesta conversa. Só você responde aqui.',
  },
  capture: {
    label: 'Salvar o texto selecionado',
    saveFrom: 'Salvar desta mensagem',
    nothing: 'Nenhum campo serve para este texto.',
  },
  activity: {
    changes: {
      variableChanged: 'Variável salva',
      tagAdded: 'Tag adicionada',
      tagRemoved: 'Tag removida',
      dealCreated: 'Negócio adicionado',
      dealStepChanged: 'Negócio movido: a automação foi iniciada',
      dealFieldChanged: 'Negócio salvo',
      dealDeleted: 'Negócio excluído',
      contactSaved: 'Contato salvo',
    },
    problems: {
      'not-found': 'O servidor não conhece esse registro.',
      conflict: 'Outra pessoa alterou isso antes.',
      duplicate: 'Já existe um registro assim.',
      invalid: 'O servidor não aceitou um valor.',
      unauthorized: 'Sua sessão terminou.',
      forbidden: 'Você não pode fazer isso.',
      'rate-limited': 'Muitas solicitações por um momento.',
      offline: 'Não há conexão.',
      timeout: 'O servidor demorou demais.',
      unavailable: 'O servidor não está disponível.',
      partial: 'Só uma parte foi salva.',
      unsupported: 'O servidor não faz isso.',
      malformed: 'Uma resposta do servidor não pôde ser lida.',
      unknown: 'Algo deu errado.',
    },
  },
  channels: new Map([...channels, ['live-chat', 'Chat do site']]),
};

export const texts: Readonly<Record<Language, Texts>> = { en: english, 'pt-BR': portuguese };

export const TextsContext = createContext<Texts>(english);

export function useTexts(): Texts {
  return use(TextsContext);
}
