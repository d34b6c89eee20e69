{{%AUTOESCAPE context="HTML"}}<div class="title split"><div><h1>{{TITLE}} <span class="soft">{{PERIOD}}</span></h1>
{{#INTRODUCTION}}<p>{{TEXT}}</p>
{{/INTRODUCTION}}</div>
<p class="buttons no-print"><a class="button" href="{{CSV}}">{{L_SPREADSHEET}}</a></p></div>
<nav class="filters" aria-label="{{L_PERIODS}}"><ul>
{{#CHOICE}}<li><a href="{{ADDRESS}}"{{#CHOSEN}} aria-current="true"{{/CHOSEN}}>{{TITLE}}</a></li>
{{/CHOICE}}</ul></nav>
{{#NONE}}<p class="empty">{{SENTENCE}}</p>
{{/NONE}}{{#SOME}}<div class="stack"><section aria-labelledby="headline"><h2 id="headline" class="visually-hidden">{{L_HEADLINE}}</h2>
<dl class="figures">{{#FIGURE}}<div><dt>{{TITLE}}</dt><dd>{{NUMBER}}</dd>{{#TARGET}}<dd class="soft">{{TEXT}}</dd>{{/TARGET}}<dd class="soft"><details><summary>{{L_DEFINITION}}<span class="visually-hidden"> : {{TITLE}}</span></summary><p>{{DEFINED}}</p></details></dd></div>
{{/FIGURE}}</dl></section>
<section class="card" aria-labelledby="delays"><h2 id="delays">{{L_DELAYS}}</h2><p>{{KEPT}}</p></section>
<p class="help">{{HIDDEN_WHY}}</p>
{{#SURVEY}}<section class="card" aria-labelledby="survey-{{ID}}"><h2 id="survey-{{ID}}">{{TITLE}}</h2>
<p>{{SENTENCE}}{{#RATE}} ({{TEXT}}){{/RATE}}</p>
<table class="stacked">
<caption class="visually-hidden">{{TITLE}}</caption>
<thead><tr><th scope="col">{{L_SURVEY_ANSWER}}</th><th scope="col" class="num">{{L_SURVEY_COUNT}}</th><th scope="col" class="num">{{L_SURVEY_SHARE}}</th></tr></thead>
<tbody>{{#ANSWER}}<tr><th scope="row">{{NAME}}</th><td class="num" data-label="{{LABEL}}">{{#HIDDEN}}<span class="soft">{{/HIDDEN}}{{NUMBER}}{{#HIDDEN}}</span>{{/HIDDEN}}</td><td class="num" data-label="{{L_SURVEY_SHARE}}">{{SHARE}}</td></tr>
{{/ANSWER}}</tbody></table>
<details><summary>{{L_DEFINITION}}<span class="visually-hidden"> : {{TITLE}}</span></summary><p>{{DEFINED}}</p></details>
</section>
{{/SURVEY}}{{#TABLE}}<section class="card" aria-labelledby="by-{{ID}}"><h2 id="by-{{ID}}">{{TITLE}}</h2>
{{#CHART}}{{SVG:none}}{{/CHART}}
<table class="stacked">
<caption class="visually-hidden">{{TITLE}}</caption>
<thead><tr><th scope="col">{{TITLE}}</th>{{#COLUMN}}<th scope="col" class="num">{{TITLE}}</th>{{/COLUMN}}</tr></thead>
<tbody>{{#LINE}}<tr><th scope="row">{{NAME}}</th>{{#CELL}}<td class="num" data-label="{{LABEL}}">{{#HIDDEN}}<span class="soft">{{/HIDDEN}}{{NUMBER}}{{#HIDDEN}}</span>{{/HIDDEN}}</td>{{/CELL}}</tr>
{{/LINE}}</tbody>
<tfoot>{{#SUM}}<tr><th scope="row">{{NAME}}</th>{{#CELL}}<td class="num" data-label="{{LABEL}}">{{#HIDDEN}}<span class="soft">{{/HIDDEN}}{{NUMBER}}{{#HIDDEN}}</span>{{/HIDDEN}}</td>{{/CELL}}</tr>
{{/SUM}}</tfoot></table>
<details><summary>{{L_HOW_COUNTED}}<span class="visually-hidden"> : {{TITLE}}</span></summary><dl class="facts">{{#DEFINED}}<div><dt>{{TITLE}}</dt><dd>{{TEXT}}</dd></div>{{/DEFINED}}</dl></details>
</section>
{{/TABLE}}</div>{{/SOME}}
