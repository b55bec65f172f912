academyFind.take("652340c357cb","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
