academyFind.take("523454b42957","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
