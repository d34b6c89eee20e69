{{%AUTOESCAPE context="HTML"}}<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/cases">{{L_CASES}}</a> <a href="/cases/{{CASE}}">{{NUMBER}} {{PERSON}}</a></nav>
<div class="title"><p class="over-title">{{ABOUT}}</p><h1>{{TITLE}}</h1>
<p>{{INTRO}}</p></div>
<div class="stack">
<div class="compare">
<section class="card main" aria-labelledby="yours-title"><h2 id="yours-title">{{L_YOURS}}</h2>
<form class="conflict stack" method="post" action="{{ACTION}}">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#HIDDEN}}<input type="hidden" name="{{NAME}}" value="{{VALUE}}">
{{/HIDDEN}}{{>INPUT}}<p class="buttons"><button class="main">{{L_SEND_ALL_THE_SAME}}</button> <a class="button" href="/cases/{{CASE}}">{{L_KEEP_THEIRS}}</a></p>
{{>LISTS}}</form></section>
<section class="card" aria-labelledby="theirs-title"><h2 id="theirs-title">{{L_NOW_THERE}}</h2>
{{#NO_CLASH}}<p class="soft">{{L_NO_CLASH}}</p>
{{/NO_CLASH}}<dl class="facts theirs">{{#NOW}}<div><dt>{{LABEL}}</dt><dd>{{#SOME}}{{VALUE:p}}{{/SOME}}{{#NONE}}<span class="soft">{{L_NOTHING_WRITTEN}}</span>{{/NONE}}{{#BY}}<br><span class="soft">{{TEXT}}</span>{{/BY}}</dd></div>
{{/NOW}}</dl></section>
</div>
{{#SINCE}}<section class="card" aria-labelledby="since-title"><h2 id="since-title">{{L_SINCE_THEN}}</h2>
<ol class="timeline">{{#LINE}}<li><p class="when"><time>{{AT}}</time> · {{WHO}}</p><ul><li>{{TEXT}}</li></ul></li>
{{/LINE}}</ol></section>
{{/SINCE}}</div>
