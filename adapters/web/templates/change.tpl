{{%AUTOESCAPE context="HTML"}}<div class="narrow">
<nav class="trail" aria-label="{{L_TRAIL}}"><a href="/cases">{{L_CASES}}</a> <a href="/cases/{{CASE}}">{{NUMBER}} {{PERSON}}</a></nav>
<div class="title"><h1>{{TITLE}}</h1>
{{#INTRO}}<p>{{SENTENCE}}</p>
{{/INTRO}}</div>
{{>REFUSED}}{{#PART}}<section class="card" aria-labelledby="part-{{INDEX}}"><h2 id="part-{{INDEX}}">{{HEADING}}</h2>
<ul>{{#POINT}}<li>{{TEXT}}</li>{{/POINT}}</ul></section>
{{/PART}}<form class="card change stack" method="post" action="{{ACTION}}">
<input type="hidden" name="form-key" value="{{KEY}}"><input type="hidden" name="form-rev" value="{{REV}}"><input type="hidden" name="form-token" value="{{FORM_TOKEN}}">
{{#CARRIED}}<input type="hidden" name="form-{{NAME}}" value="{{VALUE}}">
{{/CARRIED}}{{>INPUT}}<p class="buttons"><button class="{{LOOK}}">{{BUTTON}}</button> <a class="button" href="/cases/{{CASE}}">{{L_LEAVE}}</a></p>
{{>LISTS}}</form>
</div>
