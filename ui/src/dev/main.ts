import { mount } from 'svelte';
import '../app.css';
import Gallery from './Gallery.svelte';
const target = document.getElementById('app');
if (target) mount(Gallery, { target });
