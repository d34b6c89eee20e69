{{%AUTOESCAPE context="HTML"}}<section class="refused" role="alert" aria-labelledby="refused-title" tabindex="-1" autofocus>
<h2 id="refused-title">{{TITLE}}</h2>
<ul>{{#REASON}}<li>{{SENTENCE}}</li>{{/REASON}}{{#AT_FIELD}}<li><a href="#{{ID}}">{{SENTENCE}}</a></li>{{/AT_FIELD}}</ul>
</section>
