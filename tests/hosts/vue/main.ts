import { defineSubscriberCard } from 'subscriber-card/element';
import { createApp } from 'vue';
import App from './App.vue';
import 'subscriber-card/styles.css';

defineSubscriberCard();
createApp(App).mount('#app');
