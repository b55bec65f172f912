academyFind.take("47e1d4829298","f-stage",[["idea","Idea",0,"$"],["live","Live",0,"#"]]);
