import './styles/app.css';
import './mark.svg?url';
