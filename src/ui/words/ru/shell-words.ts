import type { Words } from '../words.ts';

export const shellWords: Words['shell'] = {
  screens: {
    exchange: 'Обмен',
    peers: 'Узлы',
    facts: 'Факты',
    incidents: 'Инциденты',
    journal: 'Журнал',
    node: 'Мой узел',
  },
  navigation: 'Экраны',
  skip: 'К содержанию',
  result: 'Результат',
  close: 'Закрыть',
  cancel: 'Отмена',
  save: 'Сохранить',
  showMore: 'Показать ещё',
  showEarlier: 'Показать то, что выше',
  shownOf: (from, to, total) => `${from}–${to} из ${total}`,
  never: 'никогда',
  working: 'Выполняется…',
  connecting: 'Открывается память узла…',
  dropHere: 'Отпустите, чтобы прочитать',

  place: 'Место',
  placeOf: (place) => place.replace(/character (\d+)/, 'символ $1'),
  nothingChanged: 'Ничего не изменено.',

  welcome: 'Факты, которые носят сами',
  welcomeText:
    'Synapse — узел сети без сервера. Он хранит факты на этом устройстве, а вы переносите их на узлы, которым доверяете: через буфер обмена, файлом или сообщением.',
  nodeName: 'Имя узла',
  nodeNameHint: 'Имя, которое увидят другие узлы: ваше, вашей команды или этого компьютера.',
  start: 'Начать',
  startHint: 'Пара ключей создаётся один раз и остаётся в этом браузере. Никуда ничего не отправляется.',

  noStore: 'Не удалось открыть память узла',
  tryAgain: 'Попробовать снова',
  keptText: 'Принесённый текст',
  keptTextHint: 'Он по-прежнему здесь. Скопируйте или сохраните его, прежде чем закрыть страницу.',
};
